/// The greatest difference between entries of the same index; infinity when the arrays differ in length or in
/// where they hold a number, so that `difference(...) < tolerance` fails whenever the arrays do not agree.
public func difference(_ left: [Double], _ right: [Double]) -> Double {
    difference(left.map(Optional.some), right.map(Optional.some))
}

/// The greatest difference between entries of the same index, of which `nil` equals `nil` alone.
public func difference(_ left: [Double?], _ right: [Double?]) -> Double {
    guard left.count == right.count else { return .infinity }
    var greatest = 0.0
    for (mine, theirs) in zip(left, right) where mine != theirs {
        guard let mine, let theirs, !(mine - theirs).isNaN else { return .infinity }
        greatest = max(greatest, (mine - theirs).magnitude)
    }
    return greatest
}

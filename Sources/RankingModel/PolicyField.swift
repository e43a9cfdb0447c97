/// One number or switch of a policy, by the name that a policy file has for it.
///
/// Every part of ``AnalysisPolicy`` lists its fields once; validation, ``AnalysisPolicy/fields`` and the files
/// that users copy and edit all go by that list.
public struct PolicyField<Root>: Sendable {
    /// The sections it stands in and its name, such as `["ranking", "directValue", "horizonMonths"]`.
    public let path: [String]
    /// What its value looks like in a file.
    public let kind: PolicyFieldKind
    package let requirement: Requirement
    private let read: @Sendable (Root) -> Double
    private let write: @Sendable (inout Root, Double) -> Void

    /// The last part of the path.
    public var name: String { path[path.count - 1] }

    /// What a value must be, in words: `a whole number from 0 to 3650`.
    public var expected: String {
        switch kind {
        case .flag: "true or false"
        case .whole: "a whole number \(requirement.rawValue)"
        case .number: "a number \(requirement.rawValue)"
        }
    }

    /// Whether a value may stand there.
    public func admits(_ value: Double) -> Bool {
        guard requirement.admits(value) else { return false }
        return switch kind {
        case .flag: value == 0 || value == 1
        case .whole: value == value.rounded()
        case .number: true
        }
    }

    /// The value in a policy; of a flag 1 or 0.
    public func value(in root: Root) -> Double { read(root) }

    /// Changes the value in a policy.
    /// - Precondition: ``admits(_:)`` says yes to the value.
    public func set(_ value: Double, in root: inout Root) {
        precondition(admits(value), "not a value of \(path)")
        write(&root, value)
    }
}

/// What the value of a field looks like.
public enum PolicyFieldKind: Sendable, Equatable {
    /// `true` or `false`; as a number 1 or 0.
    case flag
    /// A whole number.
    case whole
    /// Any number.
    case number
}

extension PolicyField {
    package static func number(
        _ name: String, _ place: any WritableKeyPath<Root, Double> & Sendable, _ requirement: Requirement
    ) -> PolicyField {
        PolicyField(
            path: [name], kind: .number, requirement: requirement,
            read: { $0[keyPath: place] }, write: { $0[keyPath: place] = $1 })
    }

    package static func whole(
        _ name: String, _ place: any WritableKeyPath<Root, Int> & Sendable, _ requirement: Requirement
    ) -> PolicyField {
        PolicyField(
            path: [name], kind: .whole, requirement: requirement,
            read: { Double($0[keyPath: place]) }, write: { $0[keyPath: place] = Int($1) })
    }

    package static func flag(_ name: String, _ place: any WritableKeyPath<Root, Bool> & Sendable)
        -> PolicyField
    {
        PolicyField(
            path: [name], kind: .flag, requirement: .unit,
            read: { $0[keyPath: place] ? 1 : 0 }, write: { $0[keyPath: place] = $1 != 0 })
    }

    /// The same field, of a value that has this one's root as a part.
    package func inside<Outer>(
        _ section: String, _ part: any WritableKeyPath<Outer, Root> & Sendable
    ) -> PolicyField<Outer> {
        PolicyField<Outer>(
            path: [section] + path, kind: kind, requirement: requirement,
            read: { [read] in read($0[keyPath: part]) }, write: { [write] in write(&$0[keyPath: part], $1) })
    }

    /// Throws for the first field, in the order given, whose value is not admitted.
    package static func check(_ fields: [PolicyField], of root: Root) throws(RankingError) {
        for field in fields {
            let value = field.read(root)
            guard field.requirement.admits(value) else {
                throw .invalidConstant(
                    name: field.name, value: value, requirement: field.requirement.rawValue)
            }
        }
    }
}

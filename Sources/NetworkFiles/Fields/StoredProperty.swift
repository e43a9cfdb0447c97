/// A stored property of an entity, read and written at its place in memory: key paths take several times as long, and every
/// field of a file passes here.
struct StoredProperty<Entity, Value>: Sendable {
    fileprivate let offset: Int

    /// - Precondition: The path leads to a stored property of the entity itself.
    init(_ path: WritableKeyPath<Entity, Value>) {
        guard let offset = MemoryLayout<Entity>.offset(of: path) else {
            preconditionFailure("not a stored property")
        }
        self.offset = offset
    }
}

extension NetworkEntity {
    subscript<Value>(property: StoredProperty<Self, Value>) -> Value {
        get {
            withUnsafePointer(to: self) { pointer in
                (UnsafeRawPointer(pointer) + property.offset).assumingMemoryBound(to: Value.self).pointee
            }
        }
        set { change(property) { $0 = newValue } }
    }

    /// Changes a property in place.
    mutating func change<Value>(_ property: StoredProperty<Self, Value>, _ change: (inout Value) -> Void) {
        withUnsafeMutablePointer(to: &self) { pointer in
            change(
                &(UnsafeMutableRawPointer(pointer) + property.offset).assumingMemoryBound(to: Value.self)
                    .pointee)
        }
    }
}

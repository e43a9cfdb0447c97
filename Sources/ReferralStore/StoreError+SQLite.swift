internal import GRDB

extension StoreError {
    /// The error for one of SQLite's.
    init(_ error: DatabaseError, path: String) {
        let reason = error.message ?? "SQLite reports \(error.extendedResultCode)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_NOTADB: self = .notAStore(path: path, reason: "not an SQLite file")
        case .SQLITE_CORRUPT, .SQLITE_CONSTRAINT, .SQLITE_FORMAT, .SQLITE_MISMATCH, .SQLITE_ERROR:
            self = .corrupted(path: path, reason: reason)
        case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK:
            self = .needsWriting(path: path)
        case .SQLITE_CANTOPEN where StoreFile.mayBeOpened(path): self = .failed(path: path, reason: reason)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN: self = .notPermitted(path: path)
        default: self = .failed(path: path, reason: reason)
        }
    }

    /// Runs `body` and turns SQLite's errors into those of the store.
    static func translating<Value>(
        _ path: String, _ body: () throws -> Value
    ) throws(StoreError) -> Value {
        do {
            return try body()
        } catch let error as StoreError {
            throw error
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        } catch {
            throw .failed(path: path, reason: "\(error)")
        }
    }
}

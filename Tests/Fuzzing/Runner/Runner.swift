import FuzzTargets
import Glibc

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// The target that REBOUND_FUZZ_TARGET names.
private let target: FuzzTarget = {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    guard let name = getenv("REBOUND_FUZZ_TARGET").map({ String(cString: $0) }),
        let target = FuzzTarget(rawValue: name)
    else { fatalError("REBOUND_FUZZ_TARGET has to be one of \(names)") }
    return target
}()

/// Hands libFuzzer's inputs to a target; `Scripts/fuzz` builds and starts it.
@main
enum Runner {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(
            runDriver(&count, &arguments) { start, count in
                target.run(Array(UnsafeBufferPointer(start: start, count: count)))
                return 0
            })
    }
}

import Glibc

/// What a piece of work took.
struct Stopwatch {
    let wall: Double
    let processor: Double

    /// Does the work and says what it took.
    static func timed<Result>(_ work: () throws -> Result) rethrows -> (result: Result, time: Stopwatch) {
        let wall = seconds(CLOCK_MONOTONIC)
        let processor = seconds(CLOCK_PROCESS_CPUTIME_ID)
        let result = try work()
        return (
            result,
            Stopwatch(
                wall: seconds(CLOCK_MONOTONIC) - wall,
                processor: seconds(CLOCK_PROCESS_CPUTIME_ID) - processor)
        )
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var now = timespec()
        clock_gettime(clock, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
    }
}

/// How much memory this process has.
enum ProcessMemory {
    /// The most bytes that were ever resident.
    static var peakBytes: Int {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return usage.ru_maxrss * 1_024
    }

    /// The bytes that are resident now.
    static var residentBytes: Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8($0) }, as: UTF8.self)
        let fields = text.split(separator: " ")
        return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * sysconf(Int32(_SC_PAGESIZE))
    }
}

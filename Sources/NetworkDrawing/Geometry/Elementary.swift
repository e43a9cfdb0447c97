#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The C library's elementary functions, so that one file alone knows where they come from.
enum Elementary {
    static func sin(_ angle: Double) -> Double {
        #if canImport(Darwin)
            Darwin.sin(angle)
        #else
            Glibc.sin(angle)
        #endif
    }

    static func cos(_ angle: Double) -> Double {
        #if canImport(Darwin)
            Darwin.cos(angle)
        #else
            Glibc.cos(angle)
        #endif
    }

    static func asin(_ sine: Double) -> Double {
        #if canImport(Darwin)
            Darwin.asin(sine)
        #else
            Glibc.asin(sine)
        #endif
    }
}

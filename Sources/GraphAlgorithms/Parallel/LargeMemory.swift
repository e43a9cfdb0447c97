internal import Glibc

/// Plain memory for the arrays of graphs and kernels, on huge pages where it is large.
///
/// The kernels gather from all over their arrays, and on pages of 4 KiB most of that time goes into address
/// translation. Linux gives pages of 2 MiB to those who ask for them and come with aligned memory.
enum LargeMemory {
    private static let hugePage = 2 << 20
    private static let smallPage = 4 << 10

    /// Memory for `count` elements, aligned to a cache line at least, contents undefined; the caller deallocates.
    static func allocate<Element: BitwiseCopyable>(
        _ type: Element.Type = Element.self, count: Int
    ) -> UnsafeMutablePointer<Element> {
        let bytes = max(count * MemoryLayout<Element>.stride, 1)
        let isLarge = bytes >= 2 * hugePage
        var address: UnsafeMutableRawPointer?
        let failure = posix_memalign(&address, isLarge ? hugePage : 64, bytes)
        guard failure == 0, let address else { fatalError("no memory left for \(bytes) bytes") }
        if isLarge { madvise(address, bytes, MADV_HUGEPAGE) }
        return address.bindMemory(to: Element.self, capacity: max(count, 1))
    }

    /// The same on small pages, for memory that is filled in many places at a time: of huge pages all would be resident
    /// at once.
    static func allocateBySmallPages<Element: BitwiseCopyable>(
        _ type: Element.Type, count: Int
    ) -> UnsafeMutablePointer<Element> {
        let bytes = max(count * MemoryLayout<Element>.stride, 1)
        var address: UnsafeMutableRawPointer?
        let failure = posix_memalign(&address, smallPage, bytes)
        guard failure == 0, let address else { fatalError("no memory left for \(bytes) bytes") }
        madvise(address, bytes, MADV_NOHUGEPAGE)
        return address.bindMemory(to: Element.self, capacity: max(count, 1))
    }

    /// Memory for `count` elements of one value; the caller deallocates.
    static func allocate<Element: BitwiseCopyable>(
        repeating value: Element, count: Int
    ) -> UnsafeMutablePointer<Element> {
        let memory = allocate(Element.self, count: count)
        memory.initialize(repeating: value, count: count)
        return memory
    }

    /// Gives the whole pages within a piece of memory back to the system; their contents are lost.
    ///
    /// `free` keeps blocks of a few megabytes for later, which would add them to the height of memory.
    static func giveBack<Element>(_ memory: UnsafeMutablePointer<Element>, _ range: Range<Int>) {
        let stride = MemoryLayout<Element>.stride
        if range.count * stride < 1 << 18 { return }
        let page = UInt(range.count * stride >= 2 * hugePage ? hugePage : smallPage)
        let first = (UInt(bitPattern: memory) + UInt(range.lowerBound * stride) + page - 1) & ~(page - 1)
        let last = (UInt(bitPattern: memory) + UInt(range.upperBound * stride)) & ~(page - 1)
        guard last > first, let address = UnsafeMutableRawPointer(bitPattern: first) else { return }
        madvise(address, Int(last - first), MADV_DONTNEED)
    }

    /// Frees what was allocated.
    static func deallocate<Element>(_ memory: UnsafeMutablePointer<Element>) { free(memory) }
}

import Glibc
import Graphviz
import ReboundCommands
import SystemInterface

ProcessStart.secure()
let arguments = ProcessStart.arguments
// The render worker forks, so it comes before anything that could start a thread.
if arguments.dropFirst().first == RenderWorkerProcess.argument {
    exit(RenderWorkerProcess.run())
}
guard ProcessStart.reserveDescriptors() else {
    let reason = "rebound: too few files may be open; run: ulimit -n 256\n"
    write(STDERR_FILENO, reason, reason.utf8.count)
    exit(74)
}
EntryPoint.run(arguments)

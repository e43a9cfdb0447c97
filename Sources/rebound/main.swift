import Foundations
import Glibc
import Graphviz
import ReboundCommands

ProcessStart.secure()
let arguments = ProcessStart.arguments
// The render worker forks, so it comes before anything that could start a thread.
if arguments.dropFirst().first == RenderWorkerProcess.argument {
    exit(RenderWorkerProcess.run())
}
EntryPoint.run(arguments)

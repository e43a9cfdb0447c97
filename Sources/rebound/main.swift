import Glibc
import Graphviz
import ReboundCommands

// The render worker forks, so it comes before anything that could start a thread.
if CommandLine.arguments.dropFirst().first == RenderWorkerProcess.argument {
    exit(RenderWorkerProcess.run())
}
EntryPoint.run()

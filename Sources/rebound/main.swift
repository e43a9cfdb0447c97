import Glibc
import Graphviz

// The worker forks, so it comes before anything that could start a thread.
if CommandLine.arguments.dropFirst().first == RenderWorkerProcess.argument {
    exit(RenderWorkerProcess.run())
}
print("rebound")

"""What stops a job, with the exit status that `rebound` has for the same."""


class Problem(Exception):
    """Something to say on standard error; `status` as in the page on exit codes."""

    def __init__(self, message: str, status: int = 65):
        super().__init__(message)
        self.status = status

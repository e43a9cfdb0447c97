"""Starts a program with arguments, or a working folder, that a shell would not give it."""
import ctypes
import os
import sys

how, program, *arguments = sys.argv[1:]
if how == "without-arguments":
    libc = ctypes.CDLL(None)
    libc.execve(program.encode(), (ctypes.c_char_p * 1)(None), (ctypes.c_char_p * 1)(None))
elif how == "other-name":
    os.execv(program, ["", *arguments] if arguments[:1] == ["--empty-name"] else ["some-name", *arguments])
elif how == "deleted-folder":
    os.mkdir("gone")
    os.chdir("gone")
    os.rmdir("../gone")
    os.execv(program, [program, *arguments])

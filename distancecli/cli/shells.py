"""The shells whose Tab key can complete the command line: the script for each, and its place.

A script asks the program with `_DISTANCE_COMPLETE` set. It answers with a line for each offer: its
kind, the word, and a word on it, with tabs between.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from distancecli.cli.completion import offers
from distancecli.errors import CannotWrite
from distancecli.system.streams import write_out

BASH: Final = r"""_distance() {
    local kind word about
    COMPREPLY=()
    while IFS=$'\t' read -r kind word about; do
        if [[ $kind == file ]]; then
            compopt -o default
        else
            COMPREPLY+=("$(printf %q "$word")")
        fi
    done < <(_DISTANCE_COMPLETE=1 distance "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _distance distance
"""
ZSH: Final = r"""#compdef distance
_distance() {
    local line
    local -a found parts
    for line in "${(@f)$(_DISTANCE_COMPLETE=1 distance "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        parts=("${(@ps:\t:)line}")
        if [[ $parts[1] == file ]]; then
            compset -P '*='
            _files
        elif [[ $parts[1] == word ]]; then
            found+=("${parts[2]//:/\\:}:$parts[3]")
        fi
    done
    (( $#found )) && _describe distance found
}
if [[ $funcstack[1] == _distance ]]; then
    _distance "$@"
else
    compdef _distance distance
fi
"""
FISH: Final = r"""function __distance_complete
    set -l words (commandline -opc) (commandline -ct)
    for line in (_DISTANCE_COMPLETE=1 distance $words[2..-1] 2>/dev/null)
        set -l parts (string split \t -- $line)
        if test $parts[1] = file
            set -l begun (string split --max 1 = -- $words[-1])
            set -l lead ""
            test (count $begun) -gt 1; and set lead $begun[1]=
            for path in (__fish_complete_path $begun[-1])
                echo $lead$path
            end
        else
            printf '%s\t%s\n' $parts[2] $parts[3]
        end
    end
end
complete --command distance --no-files --arguments '(__distance_complete)'
"""
SCRIPTS: Final = {"bash": BASH, "zsh": ZSH, "fish": FISH}
PLACES: Final = {
    "bash": ".local/share/bash-completion/completions/distance",
    "zsh": ".zfunc/_distance",
    "fish": ".config/fish/completions/distance.fish",
}
"""Where each looks for it, in the home folder."""
STARTS: Final = {
    "bash": (".bashrc", "source ~/.local/share/bash-completion/completions/distance"),
    "zsh": (".zshrc", "fpath+=~/.zfunc; autoload -Uz compinit; compinit"),
}
"""A file that the shell starts with, and the line in it by which it finds the script."""


def answer(group: Any, words: Sequence[str]) -> None:
    """Answers a script that asks what could stand in place of the last word."""
    lines = (
        "file\t\t" if offer.is_file else f"word\t{offer.word}\t{' '.join(offer.about.split())}"
        for offer in offers(group, words)
    )
    write_out("".join(f"{line}\n" for line in lines))


def install(shell: str) -> None:
    """Writes the script where the shell looks for it, and the line by which it is found.

    Raises:
        CannotWrite: a file cannot be written.
    """
    home = Path.home()
    place = home / PLACES[shell]
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(SCRIPTS[shell], encoding="utf-8")
        if shell in STARTS:
            _add_line(home / STARTS[shell][0], STARTS[shell][1])
    except OSError as error:
        raise CannotWrite(
            f"{error.filename}: {error.strerror}. Check whether you may write it."
        ) from error
    write_out(f"Start {shell} anew, and Tab completes. The script is {place}.\n")


def _add_line(start: Path, line: str) -> None:
    there = start.read_text(encoding="utf-8") if start.exists() else ""
    if line not in there.splitlines():
        gap = "" if not there or there.endswith("\n") else "\n"
        start.write_text(f"{there}{gap}{line}\n", encoding="utf-8")

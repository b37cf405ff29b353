#!/usr/bin/env python3
"""Checks that the simulation and the engine's tests notice defects.

eng/defects.py [SECONDS] [N,N,...]   applies the defects of eng/defects.txt, builds them once behind a switch, and runs each:
first simulated lives for SECONDS (20), then, when these break no promise, the tests of the engine. Prints what nobody noticed.
The changed copy of the sources is artifacts/defects/tree; the working tree is left alone.
"""
import os
import re
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TREE = os.path.join(ROOT, "artifacts", "defects", "tree")
SWITCH = """namespace Reelwright.Engine;

public static class Defect
{
    private static readonly string? Chosen = System.Environment.GetEnvironmentVariable("REELWRIGHT_DEFECT");

    public static bool Is(int number) => Chosen == number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static string Or(this string text, int number, string was, string becomes) => Is(number) ? text.Replace(was, becomes) : text;
}
"""


def read_defects():
    defects, current = [], None
    for line in open(os.path.join(ROOT, "eng", "defects.txt"), encoding="utf-8").read().split("\n"):
        head = re.match(r"(expr|stmt|sql|raw) (\S+?)(?: (\d+))?: (.*)$", line)
        if head:
            current = {"kind": head[1], "file": head[2], "place": int(head[3] or 1), "title": head[4], "was": "", "becomes": ""}
            defects.append(current)
        elif line.startswith("- ") and current:
            current["was"] = line[2:]
        elif line.startswith("+ ") and current:
            current["becomes"] = line[2:]
    return defects


def find(text, part, place):
    at = -1
    for _ in range(place):
        at = text.index(part, at + 1)
    return at


def apply(text, number, defect):
    """What a defect says instead is a mark until all are applied: no other defect is looked for in it."""
    was, becomes, kind = defect["was"], f"\x01{number}\x01", defect["kind"]
    at = find(text, was, defect["place"])
    end = at + len(was)
    if kind == "expr":
        return f"{text[:at]}(Defect.Is({number}) ? ({becomes}) : ({was})){text[end:]}"
    if kind == "stmt":
        return f"{text[:at]}if (Defect.Is({number})) {{ {becomes} }} else {{ {was} }}{text[end:]}"
    if kind == "raw":
        return text[:at] + defect["becomes"].replace("#", str(number)) + text[end:]
    quote = '"""' if text[:at].count('"""') % 2 else '"'
    close = text.index(quote, end) + len(quote)
    return f'{text[:close]}.Or({number}, "{was}", "{becomes}"){text[close:]}'


def build(defects):
    os.makedirs(TREE, exist_ok=True)
    for name in ("src", "tests/Reelwright.Simulation", "tests/Reelwright.Engine.Tests", "tests/Reelwright.Testing", "eng"):
        shutil.rmtree(os.path.join(TREE, name), ignore_errors=True)
        shutil.copytree(os.path.join(ROOT, name), os.path.join(TREE, name))
    for name in ("Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig"):
        shutil.copy(os.path.join(ROOT, name), TREE)
    applied = {}
    for number, defect in enumerate(defects, 1):
        path = os.path.join(TREE, "src", "Reelwright." + defect["file"])
        try:
            text = apply(open(path, encoding="utf-8").read(), number, defect)
        except (ValueError, FileNotFoundError):
            print(f"{number:3} is not applicable: {defect['title']}", flush=True)
            continue
        if "using Reelwright.Engine;" not in text:
            text = "using Reelwright.Engine;\n" + text
        open(path, "w", encoding="utf-8").write(text)
        applied[number] = defect
    for path in {os.path.join(TREE, "src", "Reelwright." + defect["file"]) for defect in applied.values()}:
        text = open(path, encoding="utf-8").read()
        text = re.sub("\x01(\\d+)\x01", lambda mark: defects[int(mark[1]) - 1]["becomes"], text)
        open(path, "w", encoding="utf-8").write(text)
    open(os.path.join(TREE, "src", "Reelwright.Engine", "Defect.cs"), "w", encoding="utf-8").write(SWITCH)
    for project in ("Reelwright.Simulation", "Reelwright.Engine.Tests"):
        command = ["dotnet", "build", os.path.join(TREE, "tests", project), "-c", "Release", "-v", "q", "--nologo",
                   "-p:RunAnalyzersDuringBuild=false", "-p:TreatWarningsAsErrors=false"]
        built = subprocess.run(command, capture_output=True, text=True)
        if built.returncode != 0:
            sys.exit("\n".join(sorted(set(re.findall(r".*error.*", built.stdout)))))
    return applied


def passes(command, number, seconds):
    environment = dict(os.environ, REELWRIGHT_DEFECT=str(number), DOTNET_gcServer="0")
    try:
        return subprocess.run(command, env=environment, capture_output=True, timeout=seconds).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def main():
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    chosen = {int(number) for number in sys.argv[2].split(",")} if len(sys.argv) > 2 else None
    applied = build(read_defects())
    binaries = os.path.join(TREE, "artifacts", "bin")
    simulation = [os.path.join(binaries, "Reelwright.Simulation", "release", "Reelwright.Simulation"),
                  "--lives", "1000000", "--seconds", str(seconds), "--stories", "0", "--first"]
    tests = [os.path.join(binaries, "Reelwright.Engine.Tests", "release", "Reelwright.Engine.Tests")]
    if not passes(simulation, 0, seconds * 10):
        sys.exit("The simulation fails without a defect.")
    killed, survivors = {"simulation": 0, "tests": 0}, []
    for number, defect in applied.items():
        if chosen and number not in chosen:
            continue
        by = "simulation" if not passes(simulation, number, seconds * 4) else "tests" if not passes(tests, number, 240) else None
        if by:
            killed[by] += 1
        else:
            survivors.append((number, defect))
        print(f"{number:3} {by or 'NOBODY':10} {defect['file']}: {defect['title']}", flush=True)
    total = sum(killed.values()) + len(survivors)
    print(f"{total} defects: {killed['simulation']} noticed by the simulation, {killed['tests']} by the engine's tests, "
          f"{len(survivors)} by nobody; {100 * (total - len(survivors)) / max(total, 1):.0f} % noticed")


main()

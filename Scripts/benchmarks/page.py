"""The page of `rebound serve` in a headless Chromium: how long until one sees what one asked for."""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DAY = ["--as-of", "2026-04-10"]
# From the click to the first frame in which the answer is there.
FRAME = "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"


def store(rebound, people, folder):
    network = folder / f"{people}.json"
    subprocess.run(
        [ROOT / "Scripts/generate-networks", "--count", "1", "--min-people", str(people), "--max-people", str(people), "--seed",
         "20260410", "-o", folder / str(people)], check=True, stdout=subprocess.DEVNULL)
    network = next((folder / str(people)).glob("*.json"))
    file = folder / f"{people}.db"
    subprocess.run([rebound, "import", network, "--db", file, *DAY], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    return file


def timed(page, act, isThere):
    """Milliseconds from an act to the frame that shows it."""
    start = page.evaluate("() => performance.now()")
    act()
    page.wait_for_function(isThere)
    return page.evaluate(FRAME) - start


def measure(rebound, file, runs, playwright):
    serving = subprocess.Popen(
        [rebound, "serve", "--no-open", "--db", file, *DAY], stdout=subprocess.PIPE, text=True,
        env={**os.environ, "REBOUND_SETTINGS": "none"})
    address = serving.stdout.readline().strip()
    base = address.split("#")[0]
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=root)
    page = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True).new_page()
    page.goto(address)
    page.wait_for_selector("#main .row")
    rows = []

    def add(what, values):
        rows.append((what, statistics.median(values), min(values), max(values)))
    paints = []
    for _ in range(runs):
        page.goto(base)
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
        paints.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
    add("Today, first paint", paints)
    for words, name in [("people", "People"), ("companies", "Companies"), ("roles", "Roles"), ("plan", "Plan")]:
        values = []
        for _ in range(runs):
            page.goto(base)
            page.wait_for_selector("#main .row")
            values.append(timed(
                page, lambda: page.locator(f".menu a[href='/{words}']").click(),
                f"document.querySelector('h1').textContent === '{name}'"))
        add(f"{name}, from the menu", values)
    values = []
    for turn in range(runs):
        page.goto(base + "people")
        page.wait_for_selector("#results .row")
        page.evaluate("document.querySelector('#results').dataset.old = 'yes'")
        values.append(timed(
            page, lambda: page.locator("#main input[type=search]").fill("an" if turn % 2 else "er"),
            "!document.querySelector('#results').dataset.old") - 130)
    add("People, search as one types (after its pause of 130 ms)", values)
    values = []
    for _ in range(runs):
        page.goto(base)
        row = page.locator("#main .row:has(button.first)").first
        row.wait_for()
        person = row.get_attribute("data-person")
        values.append(timed(
            page, lambda: row.locator("button.first").click(),
            f"!document.querySelector('#part-due') || !document.querySelector('#part-due').parentElement.querySelector('[data-person=\"{person}\"] button.first')"))
    add("Done, until the row has gone", values)
    browser.close()
    serving.send_signal(2)
    serving.wait(20)
    return rows


def clients_open(rebound, count, runs, folder, playwright):
    """The page over all clients, from a cold start of the page to its first frame with every row in its place."""
    subprocess.run([ROOT / "Scripts/generate-networks", "--coached", "--count", str(count), "--min-people", "10", "--max-people",
                    "60", "--seed", "20260410", "-o", folder / "clients"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([rebound, "batch", folder / "clients", "-o", folder / "out", *DAY], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=root)
    values = []
    for _ in range(runs):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto((folder / "out/index.html").as_uri())
        page.wait_for_selector("html.js")
        assert page.locator("tbody tr").count() == count
        values.append(page.evaluate(FRAME))
        page.close()
    browser.close()
    return ("opened, until every row can be used", statistics.median(values), min(values), max(values))


def show(title, rows):
    print(f"\n{title}\n  {'':56}{'median ms':>10}{'least':>8}{'most':>8}")
    for what, median, least, most in rows:
        print(f"  {what:56}{median:10.0f}{least:8.0f}{most:8.0f}", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--program", required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        for people in (2_000,) if options.quick else (2_000, 10_000):
            file = store(options.program, people, pathlib.Path(temporary))
            show(f"the page with {people:,} people", measure(options.program, file, options.runs, playwright))
        show("a coach's page over 200 clients",
             [clients_open(options.program, 200, options.runs, pathlib.Path(temporary), playwright)])


main()

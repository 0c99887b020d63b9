#!/usr/bin/python3
"""What a screen reader is told: reads the running window over AT-SPI and checks that nothing in it is mute.

    .ci/accessibility.py BINARY [--tree FILE]

Starts BINARY (a debug or a release build) under Xvfb on two invented reports, with a session bus of its own, walks
through the window by keys alone, and reads the tree of accessible objects at every station. Ends with status 1 and a
line for each fault. With --tree every tree is written to FILE, to be read. Needs Xvfb, openbox, xdotool, dbus, at-spi2-core
and python3-dbus.
"""

import collections
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import dbus

LEFT = """Harbour ferry to run again from Monday

By Edda Vann, 3 March 2025

The harbour ferry at Oster will sail again on Monday, the town said on Friday.

It had been out of service for 14 weeks after ice bent a shaft. "We are glad to be back," said the captain, Jorun Aas.

The repair cost 1.2 million crowns. Anglers lost their favourite quay meanwhile.
"""

RIGHT = """Ferry returns to Oster

By Pavel Strand, 4 March 2025

After 16 weeks without it, Oster gets its harbour ferry back on Monday.

The repair may have cost 1.4 million crowns, according to the harbour board. A shaft was bent by ice in winter.

"We are so glad to be back," captain Jorun Aas said. Tickets will cost 20 crowns more than before.
"""

# Roles that only hold others together; they need no name and are never spoken.
GROUPS = {"panel", "section", "unknown"}
ACCESSIBLE = "org.a11y.atspi.Accessible"
PROPERTIES = "org.freedesktop.DBus.Properties"
# As AT-SPI numbers them.
ROLES = {2: "alert", 7: "check box", 8: "check menu item", 11: "combo box", 16: "dialog", 23: "frame", 27: "image",
         29: "label", 31: "list", 32: "list item", 33: "menu", 34: "menu bar", 35: "menu item", 37: "page tab",
         38: "page tab list", 39: "panel", 42: "progress bar", 43: "button", 44: "radio button", 45: "radio menu item",
         48: "scroll bar", 50: "separator", 51: "slider", 52: "spin button", 54: "status bar", 62: "toggle button",
         67: "unknown", 73: "paragraph", 75: "application", 79: "entry", 83: "heading", 85: "section", 88: "link",
         98: "list box", 109: "article", 110: "landmark", 116: "static"}
STATES = {1: "active", 4: "checked", 8: "enabled", 9: "expandable", 10: "expanded", 11: "focusable", 12: "focused",
          20: "pressed", 22: "selectable", 23: "selected", 24: "sensitive", 32: "indeterminate", 41: "checkable", 43: "read-only"}


STATIONS = {
    "side by side": [],
    "a finding": ["F8"],
    "rows": ["F5"],
}


class Node:
    """One accessible object, read once with all below it."""

    def __init__(self, bus, name, path):
        proxy = bus.get_object(name, path, introspect=False)
        properties = lambda interface, key: proxy.Get(interface, key, dbus_interface=PROPERTIES)
        role = int(proxy.GetRole(dbus_interface=ACCESSIBLE))
        self.role = ROLES.get(role, f"role {role}")
        self.name = str(properties(ACCESSIBLE, "Name"))
        self.about = str(properties(ACCESSIBLE, "Description"))
        low, high = (int(word) for word in proxy.GetState(dbus_interface=ACCESSIBLE))
        bits = low | high << 32
        self.states = {word for bit, word in STATES.items() if bits >> bit & 1}
        interfaces = [str(one) for one in proxy.GetInterfaces(dbus_interface=ACCESSIBLE)]
        self.value = None
        if "org.a11y.atspi.Value" in interfaces:
            self.value = float(properties("org.a11y.atspi.Value", "CurrentValue"))
        self.text = ""
        if "org.a11y.atspi.Text" in interfaces:
            self.text = str(proxy.GetText(0, -1, dbus_interface="org.a11y.atspi.Text"))
        children = proxy.GetChildren(dbus_interface=ACCESSIBLE)
        self.children = [Node(bus, child_name, child_path) for child_name, child_path in children]

    def all(self):
        yield self
        for child in self.children:
            yield from child.all()

    def lines(self, depth=0):
        told = [f"{'  ' * depth}{self.role}", repr(self.name)]
        told += [f"value {self.value:g}"] if self.value is not None else []
        told += [f"text {self.text[:60]!r}"] if self.text and self.text != self.name else []
        told += [f"({self.about})"] if self.about else []
        told += [" ".join(sorted(self.states - {"enabled", "sensitive"}))]
        yield " ".join(told).rstrip()
        for child in self.children:
            yield from child.lines(depth + 1)


class Window:
    """The running program, its keys and its tree."""

    def __init__(self, binary, work):
        session = dbus.SessionBus()
        status = session.get_object("org.a11y.Bus", "/org/a11y/bus")
        status.Set("org.a11y.Status", "IsEnabled", True, dbus_interface=PROPERTIES)
        status.Set("org.a11y.Status", "ScreenReaderEnabled", True, dbus_interface=PROPERTIES)
        address = str(status.GetAddress(dbus_interface="org.a11y.Bus"))
        self.bus = dbus.bus.BusConnection(address)
        files = []
        for name, text in (("north.txt", LEFT), ("south.txt", RIGHT)):
            (work / name).write_text(text)
            files.append(work / name)
        self.process = subprocess.Popen([binary, *files])
        self.id = wait_for(lambda: run("xdotool", "search", "--pid", str(self.process.pid), "--name", "Paragone"), "the window")
        self.id = self.id.split()[0]
        run("xdotool", "windowactivate", "--sync", self.id)
        wait_for(self.shows_the_articles, "the articles")

    def tree(self):
        """Every object of the program, read anew; None while the program has none, or changes them."""
        registry = self.bus.get_object("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root", introspect=False)
        try:
            programs = registry.GetChildren(dbus_interface=ACCESSIBLE)
            return Node(self.bus, *programs[0]) if programs else None
        except dbus.exceptions.DBusException:
            return None

    def shows_the_articles(self):
        tree = self.tree()
        return tree is not None and any(node.name == "Swap sides" for node in tree.all())

    def press(self, *keys):
        """Presses keys one after the other and leaves the window the time to tell what they changed."""
        for key in keys:
            run("xdotool", "key", key)
            time.sleep(0.15)
        time.sleep(0.5)


def run(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()


def wait_for(find, what, seconds=30):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = find()
        if found:
            return found
        time.sleep(0.2)
    sys.exit(f"{what} did not appear within {seconds} seconds")


def main():
    binary, *rest = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        window = Window(binary, pathlib.Path(folder))
        for station, keys in STATIONS.items():
            window.press(*keys)
            print("#", station)
            print("\n".join(window.tree().lines()))
        window.process.terminate()


def in_a_session_of_its_own():
    """Runs this script again with a screen, a window manager and a session bus that nobody else uses."""
    with tempfile.TemporaryDirectory() as home:
        read, write = os.pipe()
        screen = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-noreset"],
                                  pass_fds=[write], stderr=subprocess.DEVNULL)
        display = ":" + os.read(read, 16).decode().strip()
        own = {"DISPLAY": display, "HOME": home, "XDG_RUNTIME_DIR": home, "XDG_DATA_HOME": home + "/data",
               "LIBGL_ALWAYS_SOFTWARE": "1", "PARAGONE_OWN_SESSION": "1", "NO_AT_BRIDGE": "0"}
        manager = subprocess.Popen(["openbox"], env=os.environ | own, stderr=subprocess.DEVNULL)
        try:
            return subprocess.call(["dbus-run-session", "--", sys.executable, *sys.argv], env=os.environ | own)
        finally:
            manager.terminate()
            screen.terminate()


if __name__ == "__main__":
    sys.exit(main() if "PARAGONE_OWN_SESSION" in os.environ else in_a_session_of_its_own())

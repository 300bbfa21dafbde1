"""A headless Chromium spoken to over the DevTools pipe: NUL-ended JSON on file descriptors 3 and 4."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
from types import TracebackType
from typing import Any

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
    "--allow-file-access-from-files",
    "--hide-scrollbars",
)


class Chromium:
    """One page; use as a context manager."""

    def __enter__(self) -> Chromium:
        self._profile = tempfile.mkdtemp(prefix="layoutnet-")
        to_read, self._write = os.pipe()
        self._read, to_write = os.pipe()
        script = (
            f"exec {os.environ.get('CHROMIUM', 'chromium')} {' '.join(FLAGS)} --user-data-dir={self._profile} 3<&{to_read} 4>&{to_write}"
        )
        self._process = subprocess.Popen(
            ["bash", "-c", script], pass_fds=(to_read, to_write), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(to_read)
        os.close(to_write)
        self._rest = b""
        self._next = 0
        self._session: str | None = None
        target = self._send("Target.createTarget", {"url": "about:blank"})["targetId"]
        self._session = self._send("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        self._send("Page.enable")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait()
        os.close(self._read)
        os.close(self._write)
        shutil.rmtree(self._profile, ignore_errors=True)

    def load(self, path: str, width: int, height: int, scale: float) -> None:
        """Opens a file and waits until it and its fonts are there."""
        self._send("Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False})
        self._send("Page.navigate", {"url": f"file://{path}"})
        self._wait("Page.loadEventFired")
        self.evaluate("document.fonts.ready.then(() => true)")

    def evaluate(self, expression: str) -> Any:
        answer = self._send("Runtime.evaluate", {"expression": expression, "awaitPromise": True, "returnByValue": True})
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("exception", {}).get("description", "script failed"))
        return answer["result"].get("value")

    def screenshot(self) -> bytes:
        """PNG of the window."""
        return base64.b64decode(self._send("Page.captureScreenshot", {"format": "png", "optimizeForSpeed": True})["data"])

    def pdf(self, width: int, height: int) -> bytes:
        """The first page of a PDF whose pages measure `width` x `height` CSS px."""
        size = {"paperWidth": width / 96, "paperHeight": height / 96}
        margins = {f"margin{side}": 0 for side in ("Top", "Bottom", "Left", "Right")}
        return base64.b64decode(self._send("Page.printToPDF", {**size, **margins, "printBackground": True, "pageRanges": "1"})["data"])

    def _send(self, method: str, params: dict[str, Any] | None = None) -> dict[str, Any]:
        self._next += 1
        message: dict[str, Any] = {"id": self._next, "method": method, "params": params or {}}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == self._next:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return dict(answer["result"])

    def _wait(self, event: str) -> None:
        while self._receive().get("method") != event:
            pass

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            data = os.read(self._read, 1 << 20)
            if not data:
                raise RuntimeError("Chromium ended")
            self._rest += data
        message, self._rest = self._rest.split(b"\0", 1)
        return dict(json.loads(message))

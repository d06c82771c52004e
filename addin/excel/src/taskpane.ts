// taskpane.ts - where the page begins, for the pane and for the ribbon alike (shared runtime).
import { prepareEngine } from "./engine_client.js";
import { Pane } from "./pane.js";
import { Session } from "./session.js";

/** Office's theme may be dark while the system's is light. */
function followTheme(): void {
    const background = Office.context.officeTheme?.bodyBackgroundColor;
    const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background ?? "");
    if (!parts) return;
    const light = parts.slice(1).reduce((sum, part) => sum + Number.parseInt(part, 16), 0) / 3;
    document.documentElement.dataset["theme"] = light < 128 ? "dark" : "light";
}

/** The ribbon's button stays down until completed() is called, whatever happened. */
function ribbonCommand(work: () => Promise<void>): (event: Office.AddinCommands.Event) => void {
    return (event) => void work().finally(() => event.completed());
}

const { host } = await Office.onReady();
followTheme();
prepareEngine();
const session = new Session();
const pane = new Pane(session);
// Anybody can open the page in a browser: who set up the server sees there whether it hands out what it should.
if (!host) void session.tryEngine();

Office.actions.associate(
    "refresh",
    ribbonCommand(async () => {
        await session.refresh();
        pane.showResult();
        // Who asked for a refresh sees the cells change; the pane comes when there is more to know, or nothing to be seen.
        if (!session.state.proposals.some(({ state }) => state === "applied") || session.hasMoreToSay()) await Office.addin.showAsTaskpane();
    }),
);
Office.actions.associate(
    "check",
    ribbonCommand(async () => {
        await Office.addin.showAsTaskpane();
        await session.check();
        pane.select("findings");
    }),
);
document.documentElement.dataset["ready"] = "true";

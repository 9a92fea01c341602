// What pages ask of the shell: new data, or the same data shown once more. The shell says here how; pages need not know it.

let shell = { refresh: async () => {}, render: () => {} };

export function provide(refresh, render) {
    shell = { refresh, render };
}

/** Fetches what the page shows, and shows it. */
export const refresh = () => shell.refresh();

/** Shows the page once more. */
export const render = () => shell.render();

// Views are trees of plain objects; patch() makes the page show them, touching only what differs, so that focus,
// scroll position, selections and opened details stay. Data becomes text nodes and attributes, never markup.

const SVG = 'http://www.w3.org/2000/svg';
const SVG_TAGS = new Set(['svg', 'g', 'rect', 'line', 'path', 'text', 'title', 'circle']);

/** h('a', {href, key, onclick}, child, [children], 'text'); false and null children are left out. */
export function h(tag, props, ...children) {
    return { tag, props: props || {}, children: children.flat(Infinity).filter(keep).map(vnode) };
}

function keep(child) {
    return child !== null && child !== undefined && child !== false && child !== '';
}

function vnode(child) {
    return typeof child === 'object' ? child : { text: String(child) };
}

/** Makes parent's content show these views. */
export function patch(parent, views) {
    const next = [views].flat(Infinity).filter(keep).map(vnode);
    const focused = document.activeElement;
    reconcile(parent, parent.view || [], next);
    parent.view = next;
    if (focused && focused !== document.activeElement && focused.isConnected) {
        focused.focus({ preventScroll: true }); // it moved with its place in the list
    }
}

function same(a, b) {
    return a.tag === b.tag && (a.tag === undefined || a.props.key === b.props.key);
}

function reconcile(parent, before, after) {
    const free = new Set(before);
    const byKey = new Map(before.filter((v) => v.tag && v.props.key !== undefined).map((v) => [v.props.key, v]));
    let cursor = 0;
    const chosen = after.map((v) => {
        let old;
        if (v.tag && v.props.key !== undefined) {
            old = byKey.get(v.props.key);
        } else {
            while (cursor < before.length && !(free.has(before[cursor]) && same(before[cursor], v))) {
                cursor++;
            }
            old = before[cursor];
        }
        if (old && free.has(old) && same(old, v)) {
            free.delete(old);
            return old;
        }
        cursor = Math.min(cursor, before.length);
        if (!old) {
            cursor = before.findIndex((each) => free.has(each));
            cursor = cursor < 0 ? before.length : cursor;
        }
        return null;
    });
    free.forEach((old) => old.node.remove());
    let place = parent.firstChild;
    after.forEach((v, i) => {
        const node = chosen[i] ? update(chosen[i], v) : create(v);
        if (node === place) {
            place = place.nextSibling;
        } else {
            parent.insertBefore(node, place);
        }
    });
}

function create(v) {
    if (v.tag === undefined) {
        v.node = document.createTextNode(v.text);
        return v.node;
    }
    v.node = SVG_TAGS.has(v.tag) ? document.createElementNS(SVG, v.tag) : document.createElement(v.tag);
    Object.entries(v.props).forEach(([name, value]) => set(v.node, name, value));
    reconcile(v.node, [], v.children);
    return v.node;
}

function update(old, v) {
    v.node = old.node;
    if (v.tag === undefined) {
        if (old.text !== v.text) {
            v.node.nodeValue = v.text;
        }
        return v.node;
    }
    for (const name of Object.keys(old.props)) {
        if (!(name in v.props)) {
            set(v.node, name, null);
        }
    }
    for (const [name, value] of Object.entries(v.props)) {
        if (old.props[name] !== value) {
            set(v.node, name, value);
        }
    }
    reconcile(v.node, old.children, v.children);
    return v.node;
}

function set(node, name, value) {
    if (name === 'key') {
        return;
    }
    if (name.startsWith('on')) {
        node[name] = value;
    } else if (name === 'value') {
        if (node !== document.activeElement) {
            node.value = value ?? ''; // never under the hands of who types
        }
    } else if (name === 'checked') {
        node.checked = Boolean(value);
    } else if (value === null || value === undefined || value === false) {
        node.removeAttribute(name);
    } else {
        node.setAttribute(name, value === true ? '' : value);
    }
}

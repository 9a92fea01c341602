// The texts of the console, in the language of the browser unless a person chose another one here.

import { en } from './en.js';
import { pl } from './pl.js';

const LANGUAGES = { pl, en };
const KEPT_AS = 'zmo-bridge.language';

let current = chosen() || (navigator.languages || [navigator.language]).map((l) => l.slice(0, 2)).find((l) => LANGUAGES[l]) || 'en';
document.documentElement.lang = current;

function chosen() {
    try {
        const kept = localStorage.getItem(KEPT_AS);
        return LANGUAGES[kept] ? kept : null;
    } catch {
        return null; // storage is switched off
    }
}

export function language() {
    return current;
}

export function choose(lang) {
    current = lang;
    document.documentElement.lang = lang;
    try {
        localStorage.setItem(KEPT_AS, lang);
    } catch {
        // it holds until the page is closed
    }
}

/** The text of this key, with {name} replaced. */
export function t(key, values = {}) {
    const text = LANGUAGES[current][key] ?? key;
    return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

/** The text of key.one, key.few or key.many, whichever the language says goes with this number. */
export function plural(key, count, values = {}) {
    const form = new Intl.PluralRules(current).select(count);
    const texts = LANGUAGES[current];
    const found = [`${key}.${form}`, `${key}.many`, `${key}.other`].find((k) => texts[k] !== undefined);
    return t(found, { n: new Intl.NumberFormat(current).format(count), ...values });
}

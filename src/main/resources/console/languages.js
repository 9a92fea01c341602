// The choice of the language, on every page.

import { h } from './dom.js';
import { choose, language, t } from './i18n.js';

/** then is called once another language is chosen. */
export function languages(then) {
    return h('div', { class: 'languages', role: 'group', 'aria-label': t('language'), key: 'languages' },
        [['pl', 'Polski'], ['en', 'English']].map(([code, name]) => h('button', {
            key: code, type: 'button', lang: code, title: name, 'aria-label': name, 'aria-pressed': String(language() === code),
            onclick: () => { choose(code); then(); },
        }, code.toUpperCase())));
}

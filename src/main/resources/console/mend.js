// From what is stuck to the setting that may let it go on.

import { query } from './api.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { areMany, chosen } from './shops.js';

/** A link to the page of settings, with what is to be chosen there and the way back; nothing when no setting helps. */
export function mendLink(mend, shop) {
    const about = areMany() ? shop || chosen() : '';
    return mend && h('p', { key: 'mend', class: 'acts' }, h('a', { class: 'button main', href: `#/settings${query({ shop: about, set: mend.setting, of: mend.of, back: location.hash })}` },
        t(`mend.${mend.setting}`, { of: mend.of })));
}

// An order's tracking numbers: which the shop has, and a way to add one.

import { post } from './api.js';
import { call } from './deeds.js';
import { act, ask, note } from './dialog.js';
import { h } from './dom.js';
import { time } from './format.js';
import { t } from './i18n.js';
import { refresh } from './live.js';

/** Nothing where the shop is told none. */
export function parcels(o) {
    return o.parcels && h('section', { class: 'card', key: 'parcels', 'aria-labelledby': 'parcels' },
        h('h2', { id: 'parcels' }, t('parcels')),
        o.parcels.length === 0 && h('p', { class: 'muted' }, t('parcels.none')),
        o.parcels.length > 0 && h('ul', {}, o.parcels.map((p) => h('li', { key: p.number },
            h('code', {}, p.number), p.carrier && ` ${p.carrier}`, ': ',
            p.state === 'DONE' ? t('parcel.DONE', { at: time(p.inShopAt) }) : p.problem || t(`parcel.${p.state}`)))),
        h('div', { class: 'buttons' }, h('button', { type: 'button', class: 'acts', onclick: (e) => add(e, o) }, t('parcel.add'))));
}

async function add(event, o) {
    const button = event.currentTarget;
    const number = await ask({
        title: t('parcel.addTitle', { number: o.number }), text: t('parcel.addText'), reason: t('parcel.number'), action: t('parcel.add'),
    });
    const done = number && await act(button, () => post(call(o, 'parcel'), { number }));
    if (done) {
        const last = done.parcels.find((p) => p.number.toLowerCase() === number.replace(/\s+/g, ' ').toLowerCase());
        const there = last?.state === 'DONE';
        note(there ? t('parcel.added', { parcel: number }) : last?.problem || t('parcel.WAITING'), !there && last?.state !== 'WAITING', o.number);
        refresh();
    }
}

// The correction of a sold order that was returned or changed: which lines and amounts it would have, and what a person can do with it.

import { get, post, query } from './api.js';
import { act, ask, note } from './dialog.js';
import { h } from './dom.js';
import { money, quantity } from './format.js';
import { language, t } from './i18n.js';
import { refresh, render } from './live.js';
import { cells, head } from './parts.js';

const CAUSES = new Set(['CHANGED_AFTER_SALE', 'CANCELLED_AFTER_SALE', 'DELETED_AFTER_SALE', 'CORRECTION_UNSETTLED']);

/** What the bridge has proposed so far, by what it was asked for; and for which orders a person leaves the delivery paid. */
const proposals = {};
const keeping = new Set();

const path = (o, values = {}) => `/api/orders/id:${o.shopOrderId}/correction${query({ shop: o.shop, ...values })}`;
const about = (o) => `${o.shop} ${o.shopOrderId}`;
const delivery = (o) => (keeping.has(about(o)) ? 'keep' : '');
const keyOf = (o) => `${about(o)} ${language()} ${delivery(o)} ${o.events.length}`;

/** A line for each correction that there is, or may be. */
export function corrections(o) {
    return (o.corrections || []).length > 0 && o.corrections.map((each, i) => h('div', { key: `correction ${i}` },
        each.number || t(`correction.${each.state}`), each.difference && ` (${money(each.difference, 'PLN')})`));
}

/** The proposal, in the box that says what happened to the order; nothing where no correction is asked for. */
export function correction(o) {
    if (!o.problems.some((p) => CAUSES.has(p.cause))) {
        return null;
    }
    const key = keyOf(o);
    if (!(key in proposals)) {
        proposals[key] = null;
        load(o, key);
    }
    const p = proposals[key];
    return p?.error === '' ? null : h('section', { class: 'correction', key: 'correction', 'aria-labelledby': 'correction', 'aria-busy': p === null ? 'true' : null },
        h('h3', { id: 'correction' }, t('correction.title')),
        !p ? h('p', { class: 'muted' }, t('loading')) : p.error ? h('p', {}, p.error) : shown(o, p));
}

async function load(o, key) {
    try {
        proposals[key] = await get(path(o, { delivery: delivery(o) }));
    } catch (e) {
        proposals[key] = { error: e.status === 404 ? '' : e.status ? e.message : t('noAnswer') }; // 404: the part is left out
        if (e.status !== 404) { // what fails may work soon
            setTimeout(() => { delete proposals[key]; render(); }, 15000);
        }
    }
    render();
}

function shown(o, p) {
    const nothing = p.doubts.some((each) => each.code === 'NOTHING' || each.code === 'PENDING');
    return [
        p.lines.length > 0 && table(p),
        p.lines.length > 0 && h('ul', { key: 'rates' }, p.rates.map((r) => h('li', { key: r.vatRate },
            t('correction.rate', { rate: r.vatRate, difference: money(r.difference, 'PLN'), vat: money(r.vatDifference, 'PLN') })))),
        p.doubts.length > 0 && h('div', { key: 'doubts' }, !nothing && h('p', {}, t('correction.byHandBecause')),
            h('ul', { class: 'doubts' }, p.doubts.map((each) => h('li', { key: each.code }, each.text)))),
        p.why !== 'CHANGED' && p.lines.some((l) => l.delivery && Number(l.before.value) > 0) && h('label', { class: 'acts', key: 'keep' },
            h('input', { type: 'checkbox', checked: keeping.has(about(o)), onchange: (e) => keep(o, e.currentTarget.checked) }), ' ', t('correction.keep')),
        !nothing && h('div', { class: 'buttons', role: 'group', key: 'buttons', 'aria-label': t('correction.title') },
            p.mayIssue && h('button', { type: 'button', key: 'issue', class: 'main acts', onclick: (e) => issue(e, o, p) }, t('correction.issue')),
            h('button', { type: 'button', key: 'by-hand', class: p.mayIssue ? 'acts' : 'main acts', onclick: (e) => byHand(e, o, p) }, t('correction.byHand'))),
        p.request && h('details', { key: 'request' }, h('summary', {}, t('correction.request')), h('pre', {}, JSON.stringify(p.request, null, 2))),
    ];
}

function table(p) {
    const cell = cells('correction');
    const amount = (a, unit) => h('span', {}, quantity(a.quantity), ' ', unit, ' · ', money(a.value));
    return h('table', { class: 'stacks', role: 'table', key: 'lines' },
        head('correction', ['line', 'before', 'after', 'difference'], 1),
        h('tbody', {}, p.lines.map((l) => h('tr', { key: l.no, role: 'row', class: l.difference.value === '0.00' && l.difference.quantity === '0' ? 'muted' : null },
            cell('line', h('span', {}, l.code && h('code', { class: 'whole' }, l.code), l.code && ' ', l.name, ` (VAT ${l.vatRate})`)),
            cell('before', amount(l.before, l.unit)), cell('after', amount(l.after, l.unit)), cell('difference', money(l.difference.value))))),
        h('tfoot', {}, h('tr', { role: 'row' },
            h('th', { scope: 'row', role: 'rowheader' }, t('col.total')),
            cell('before', money(p.before)), cell('after', money(p.after)), cell('difference', money(p.difference, 'PLN')))));
}

function keep(o, wanted) {
    keeping[wanted ? 'add' : 'delete'](about(o));
    render();
}

async function issue(event, o, p) {
    const button = event.currentTarget;
    const sure = await ask({
        title: t('correction.issueTitle', { document: p.document }), text: t('correction.issueText', { difference: money(p.difference, 'PLN'), after: money(p.after, 'PLN') }), action: t('correction.issue'), danger: true,
    });
    if (sure) {
        await send(button, o, { version: p.version, delivery: delivery(o) });
    }
}

async function byHand(event, o, p) {
    const button = event.currentTarget;
    const number = await ask({ title: t('correction.byHandTitle', { document: p.document }), text: t('correction.byHandText'), reason: t('correction.number'), action: t('correction.byHand') });
    if (number) {
        await send(button, o, { version: p.version, delivery: delivery(o), number });
    }
}

/** Whatever comes of it, what was proposed is read anew. */
async function send(button, o, body) {
    const done = await act(button, () => post(path(o), body));
    delete proposals[keyOf(o)];
    if (done) {
        note(t('correction.done', { number: done.corrections.at(-1)?.number || done.number }), false, done.number);
    }
    refresh();
}

// One order: its card as the ERP sees it, its imports, what happened to it, and what a person can do about it.

import { get, query } from './api.js';
import { render } from './live.js';
import { asRead } from './asread.js';
import { buttons, call, isIssued, trouble } from './deeds.js';
import { corrections } from './correction.js';
import { h } from './dom.js';
import { day, exact, money, quantity, relative, time } from './format.js';
import { language, t } from './i18n.js';
import { ksef } from './ksef.js';
import { parcels } from './parcels.js';
import { pdf } from './pdf.js';
import { cells, documents, facts, head, party, state } from './parts.js';
import { areMany, within } from './shops.js';

export const order = {
    title: (here) => here.data?.number || t('order'),
    load: (here) => get(`/api/orders/id:${here.id}${query({ shop: here.shop })}`),
    view: ({ data: o }) => [
        h('p', { class: 'back', key: 'back' }, h('a', { href: within('#/orders') }, '‹ ', t('nav.orders'))),
        h('header', { class: 'title', key: 'title' },
            h('h1', {}, o.number), state(o.state), h('span', { class: 'muted' }, o.status),
            !o.problem && buttons(o)),
        o.problem && trouble(o),
        o.closedReason && h('p', { class: 'card quietly', key: 'closed' }, t(o.state === 'CLOSED' ? 'closedBecause' : 'notRealisedBecause'), ' ', h('b', {}, o.closedReason),
            o.state === 'CLOSED' && !isIssued(o) && h('span', { class: 'muted' }, ' ', t('closedHelp'))),
        h('div', { class: 'wide-left', key: 'card' },
            h('div', { class: 'column' }, o.asRead ? asRead(o) : lines(o), why(o), imports(o), timeline(o)),
            h('div', { class: 'column' }, header(o), parcels(o), ['contractor', 'recipient'].map((name) => party(name, (o.asRead || o)[name])))),
    ],
};

function header(o) {
    return h('section', { class: 'card', key: 'header', 'aria-labelledby': 'header' },
        h('h2', { id: 'header' }, t('orderCard')),
        facts([
            [t('col.number'), o.number],
            [t('shop'), areMany() && o.shop],
            [t('confirmedNumber'), o.confirmedNumber],
            [t('col.placedAt'), time(o.placedAt)],
            [t('erpNumber'), o.erpNumber],
            [t('documentKind'), o.document && t(`document.${o.document}`)],
            [t('documentRule'), o.documentRule],
            [t('salesDocuments'), documents(o.salesDocuments)],
            [t('correction.all'), corrections(o)],
            ['KSeF', ksef(o)],
            ['PDF', pdf(o)],
            [t('currencyRate'), o.currencyRate && `${o.currencyRate.rate} PLN (${o.currencyRate.source}, ${o.currencyRate.date})`],
            [t('deliveryForm'), o.deliveryForm],
            [t('paymentForm'), o.paymentForm],
            [t('paymentFormErp'), o.paymentRule && `${t(`rule.${o.paymentRule}`)} (${o.paymentRule})${o.paymentFormId ? `, id ${o.paymentFormId}` : ''}`],
            [t('dueDate'), o.dueDate && day(o.dueDate)],
            [t('notes'), o.notes && h('span', { class: 'pre' }, o.notes)],
        ]),
        o.warnings.length > 0 && h('ul', { class: 'warnings' }, o.warnings.map((w) => h('li', {}, w))));
}

function lines(o) {
    return h('section', { class: 'card', key: 'lines', 'aria-labelledby': 'lines' },
        h('h2', { id: 'lines' }, t('lines')),
        o.lines.length === 0 ? h('p', { class: 'muted' }, t('noLines')) : h('table', { class: 'stacks lines', role: 'table' },
            head('line', ['code', 'name', 'quantity', 'tax', 'value'], 2),
            h('tbody', {}, o.lines.map(line)),
            h('tfoot', {}, h('tr', { role: 'row' },
                h('th', { scope: 'row', role: 'rowheader', colspan: '4' }, t('col.total')),
                h('td', { class: 'number', role: 'cell' }, money(o.total, o.currency))))));
}

function line(l) {
    const cell = cells('line');
    return h('tr', { key: l.lineNo, role: 'row', class: l.delivery ? 'delivery' : null },
        cell('code', h('code', { class: 'whole' }, l.code || '–')),
        cell('name', h('span', {}, l.name, l.delivery && h('span', { class: 'badge plain' }, t('deliveryLine')))),
        cell('quantity', h('span', {}, quantity(l.quantity), ' ', l.unit)),
        cell('tax', l.tax),
        cell('value', money(l.value)));
}

/** What the bridge has explained so far, by order and language; asked for when somebody wants to see it. */
const explained = {};

function why(o) {
    const key = `${o.shop} ${o.shopOrderId} ${language()}`;
    const told = explained[key];
    return h('section', { class: 'card', key: 'why', 'aria-labelledby': 'why' },
        h('details', { key, ontoggle: (e) => { if (e.currentTarget.open) { explain(o, key); } else { delete explained[key]; } } },
            h('summary', { id: 'why' }, t('why')),
            told === undefined ? h('p', { class: 'muted' }, t('loading')) : told.error ? h('p', {}, told.error) : explanation(told)));
}

async function explain(o, key) {
    if (explained[key] === undefined) {
        try {
            explained[key] = await get(call(o, 'explain'));
        } catch (e) {
            explained[key] = { error: e.message };
        }
        render();
    }
}

function explanation(told) {
    const { becomes, payment } = told;
    return [
        h('ul', {}, told.tried.map((each) => h('li', { key: each.rule }, h('b', {}, each.rule), `: ${each.because}`))),
        facts([
            [t('why.rule'), told.rule],
            [t('why.becomes'), becomes && [t(`document.${becomes.kind}`), becomes.type, becomes.series, becomes.reason].filter(Boolean).join(' · ')],
            [t('paymentForm'), [[payment.inShop, payment.form].filter(Boolean).join(' → '), payment.rule, payment.because].filter(Boolean).join(' · ')],
            [t('why.rate'), told.currencyRate && `${told.currencyRate.rate} PLN · ${told.currencyRate.source} · ${told.currencyRate.date}`],
            [t('contractor'), told.contractor?.policy],
        ]),
        h('ul', {}, told.problems.map((each, i) => h('li', { key: `problem ${i}` }, each)),
            told.lines.map((each, i) => h('li', { key: `line ${i}` }, [`${each.code || each.name}: VAT ${each.vatRate}`, each.because].filter(Boolean).join(' · ')))),
    ];
}

function imports(o) {
    const cell = cells('import');
    return h('section', { class: 'card', key: 'imports', 'aria-labelledby': 'imports' },
        h('h2', { id: 'imports' }, t('imports')),
        h('table', { class: 'stacks', role: 'table' },
            head('import', ['no', 'zmo', 'step', 'requested', 'issued', 'realised', 'documents'], 99),
            h('tbody', {}, o.imports.map((i) => h('tr', { key: i.importNo, role: 'row' },
                cell('no', i.importNo), cell('zmo', h('span', { class: 'whole' }, i.erpNumber || i.number)),
                cell('step', h('span', { class: 'whole' }, t(`importStep.${i.step}`))),
                cell('requested', time(i.requestedAt)), cell('issued', time(i.issuedAt)), cell('realised', time(i.realisedAt)),
                cell('documents', h('span', { class: 'whole' }, documents(i.salesDocuments) || '–')))))));
}

function timeline(o) {
    return h('section', { class: 'card', key: 'timeline', 'aria-labelledby': 'timeline' },
        h('h2', { id: 'timeline' }, t('timeline')),
        h('ol', { class: 'timeline', reversed: true }, [...o.events].reverse().map((e, i) => h('li', { key: o.events.length - i, class: `kind-${e.kind.toLowerCase()}` },
            h('time', { datetime: e.at, title: relative(e.at) }, exact(e.at)),
            h('span', { class: 'pre' }, e.text)))));
}

// What is configured, what a check says of it, and what an operator sets in place of it while the bridge runs. The address names what is being set, so that a stuck order leads there.

import { del, get, post, put, query } from './api.js';
import { act, note } from './dialog.js';
import { h } from './dom.js';
import { count, time } from './format.js';
import { plural, t } from './i18n.js';
import { refresh, render } from './live.js';
import { moment } from './parts.js';
import { areMany, chosen, within } from './shops.js';

const KINDS = ['payment-form', 'payment-registry', 'vat', 'delivery-code', 'product-code', 'invoice-wish-field', 'documents'];
const OPEN_KINDS = new Set(['vat', 'product-code']); // for whatever the shop has
const WITH_OFFERS = new Set(['payment-form', 'payment-registry', 'vat', 'invoice-wish-field']);
const MARKS = ['BAD', 'NOTE', 'GOOD'];

export const settings = {
    title: () => t('nav.settings'),
    async load(here) {
        if (areMany() && !chosen()) {
            return { choose: true };
        }
        try {
            const data = await get(within('/api/settings'));
            offers(here);
            return data;
        } catch (e) {
            if (e.status === 422) {
                return { choose: true }; // several shops, and nobody knows that yet
            }
            throw e;
        }
    },
    view: (here) => [
        h('header', { class: 'title', key: 'title' }, h('h1', {}, t('nav.settings'))),
        here.data.choose ? h('p', { class: 'card', key: 'choose' }, t('settings.choose')) : [
            form(here),
            h('p', { class: 'help', key: 'help' }, t('settings.help')),
            KINDS.map((kind) => group(here, kind)),
            check(here),
            all(here),
        ],
    ],
};

/** What the address says is to be set; of a product that is a delivery, or has another code already, what leads to it. */
function wanted(here) {
    const kind = KINDS.find((each) => each === here.query.get('set'));
    if (!kind) {
        return null;
    }
    const of = here.query.get('of') ?? '';
    const find = (setting, fits) => here.data.settable.find((row) => row.setting === setting && fits(row));
    return (kind === 'product-code' && of && (find('delivery-code', (row) => row.value === of) || find('product-code', (row) => row.value === of)))
        || find(kind, (row) => row.of === of) || { setting: kind, of, name: '', value: '', file: '', change: null, isNew: true };
}

/** Whoever came from what is stuck goes back there, where the next cause is. */
function back(here) {
    const from = here.query.get('back') ?? '';
    return from.startsWith('#/orders/') ? from : within(from ? '#/dead-letters' : '#/settings');
}

const about = ({ setting, of, name }) => (of ? t(`settings.${setting}.of`, { of, name: name || of }) : t(`settings.${setting}.all`));

/** What there is to choose from comes when it comes. */
async function offers(here) {
    const kind = here.query.get('set');
    if (!WITH_OFFERS.has(kind) || here.kept[`offers ${kind}`]) {
        return;
    }
    here.kept[`offers ${kind}`] = [];
    try {
        here.kept[`offers ${kind}`] = (await get(within(`/api/settings/${kind}/offers`))).offers;
        render();
    } catch {
        here.kept[`offers ${kind}`] = null; // asked once more with the next look
    }
}

function form(here) {
    const row = wanted(here);
    if (!row) {
        return null;
    }
    const rules = row.setting === 'documents';
    const asksOf = row.isNew && !row.of;
    return h('section', { class: 'card setting-form acts', key: `form ${row.setting} ${row.of}`, 'aria-labelledby': 'setting' },
        h('h2', { id: 'setting' }, asksOf ? t(`settings.${row.setting}`) : about(row)),
        row.waiting > 0 && h('p', { class: 'waits' }, plural('settings.waiting', row.waiting)),
        h('p', { class: 'help' }, t(`settings.${row.setting}.means`)),
        h('form', { onsubmit: (e) => save(e, here, row) },
            asksOf && h('label', {}, h('span', {}, t(`settings.${row.setting}.which`)), h('input', { name: 'of', required: true, maxlength: '200' })),
            rules ? rulesField(row) : field(here, row),
            !rules && row.file && h('p', { class: 'muted' }, t('settings.inFile', { value: row.file })),
            h('div', { class: 'buttons end' },
                h('a', { class: 'button quiet', href: back(here) }, t('cancel')),
                h('button', { type: 'submit', class: 'main' }, t('settings.save')))),
        rules && trial(here));
}

function field(here, row) {
    const choices = here.kept[`offers ${row.setting}`] || [];
    const label = h('span', {}, t(`settings.${row.setting}.value`));
    if (choices.length === 0) {
        const used = [...new Set(here.data.settable.filter((each) => each.setting === row.setting && each.value).map((each) => each.value))];
        return h('label', { key: 'text' }, label, h('input', { name: 'value', required: true, maxlength: '255', value: row.value, list: row.setting === 'delivery-code' ? 'used' : null }),
            row.setting === 'delivery-code' && h('datalist', { id: 'used' }, used.map((value) => h('option', { key: value, value }))));
    }
    const known = choices.some((each) => each.value === row.value);
    return h('label', { key: 'choice' }, label, h('select', { name: 'value', required: true },
        h('option', { key: '', value: '' }, t('settings.pick')),
        row.value && !known && h('option', { key: 'now', value: row.value, selected: true }, row.value),
        choices.map((each) => h('option', { key: each.value, value: each.value, selected: each.value === row.value }, each.name ? `${each.value} – ${each.name}` : each.value))));
}

function rulesField(row) {
    return h('label', { key: 'rules' }, h('span', {}, t('settings.documents.value')),
        h('textarea', { name: 'value', class: 'code', rows: '18', required: true, spellcheck: 'false', value: row.value }));
}

/** What the rules as they stand in the field would make of an order; nothing is kept. */
function trial(here) {
    return h('form', { class: 'trial', onsubmit: (e) => tryRules(e, here) },
        h('label', {}, h('span', {}, t('settings.tryOn')), h('input', { name: 'order', inputmode: 'numeric', required: true })),
        h('button', { type: 'submit' }, t('settings.try')),
        here.kept.tried && h('p', { role: 'status' }, here.kept.tried));
}

async function tryRules(event, here) {
    event.preventDefault();
    const form = event.currentTarget;
    const rules = document.querySelector('.setting-form textarea').value;
    const number = form.elements.order.value.replace(/^\D*/, '').replace(/\D.*$/, '');
    const done = await act(form.querySelector('button'), () => post(`/api/orders/${number}/explain${query({ shop: chosen() })}`, { rules }));
    if (done) {
        here.kept.tried = t(done.rule ? 'settings.tried' : 'settings.triedNone', { rule: done.rule, document: t(`document.${done.document}`) });
        render();
    }
}

async function save(event, here, row) {
    event.preventDefault();
    const form = event.currentTarget;
    const of = row.of || (form.elements.of?.value.trim() ?? '');
    const done = await act(form.querySelector('button.main'), () => put(call(row.setting, of), { value: form.elements.value.value }));
    if (done) {
        said(t('settings.saved', { what: about({ ...row, of }) }), done);
        location.hash = back(here);
        refresh();
    }
}

async function undo(event, row) {
    const done = await act(event.currentTarget, () => del(call(row.setting, row.of)));
    if (done) {
        said(t('settings.undone', { what: about(row) }), done);
        refresh();
    }
}

function said(text, done) {
    note(done.goingOn > 0 ? `${text} ${plural('settings.goingOn', done.goingOn)}` : text);
}

function call(setting, of) {
    return within(`/api/settings/${setting}`, { of });
}

function group(here, kind) {
    const rows = here.data.settable.filter((row) => row.setting === kind);
    return h('section', { class: 'card', key: kind, 'aria-labelledby': `of-${kind}` },
        h('div', { class: 'above' }, h('h2', { id: `of-${kind}` }, t(`settings.${kind}`)),
            OPEN_KINDS.has(kind) && h('a', { class: 'acts', href: within('#/settings', { set: kind }), onclick: toForm }, t('settings.add'))),
        rows.length === 0 ? h('p', { class: 'muted' }, t('settings.none'))
            : h('ul', { class: 'rows' }, rows.map((row) => line(row))));
}

function line(row) {
    const rules = row.setting === 'documents';
    return h('li', { key: row.of },
        h('span', { class: 'what' }, about(row), row.waiting > 0 && h('b', { class: 'badge problem' }, plural('settings.waiting', row.waiting))),
        h('span', { class: 'value' },
            rules ? t(row.change ? 'settings.ofPage' : row.value ? 'settings.ofFile' : 'settings.unset') : row.value || h('span', { class: 'muted' }, t('settings.unset')),
            row.change && h('small', { class: 'muted' }, ' ', t('settings.setBy', { who: row.change.by || t('settings.somebody') }), ' ', moment(row.change.at),
                !rules && [' · ', t('settings.inFile', { value: row.file || t('settings.unset') })]),
            row.change?.unusable && h('small', { class: 'wrong' }, t('settings.unusable', { why: row.change.unusable }))),
        h('span', { class: 'buttons acts' },
            h('a', { class: 'button small', href: within('#/settings', { set: row.setting, of: row.of }), onclick: toForm, 'aria-label': `${t('settings.change')}: ${about(row)}` }, t('settings.change')),
            row.change && h('button', { type: 'button', class: 'small quiet', 'aria-label': `${t('settings.undo')}: ${about(row)}`, onclick: (e) => undo(e, row) }, t('settings.undo'))));
}

/** The form stands above the list. */
function toForm() {
    requestAnimationFrame(() => {
        window.scrollTo(0, 0);
        document.querySelector('.setting-form [name]')?.focus();
    });
}

function check(here) {
    const { running, at, findings, failed } = here.data.check;
    const sorted = MARKS.flatMap((mark) => findings.filter((each) => each.mark === mark));
    const wrong = findings.filter((each) => each.mark !== 'GOOD');
    const item = (each, i) => h('li', { key: `${i} ${each.about}`, class: each.mark.toLowerCase() },
        h('b', {}, t(`mark.${each.mark}`)), ' ', h('code', {}, each.about), ' ', each.text, each.advice && ` → ${each.advice}`);
    return h('section', { class: 'card', key: 'check', 'aria-labelledby': 'check' },
        h('div', { class: 'above' }, h('h2', { id: 'check' }, t('check')),
            h('button', { type: 'button', class: 'small acts', disabled: running, onclick: begin }, t('checkNow'))),
        h('p', { role: 'status', class: 'muted' }, running ? t('checkRuns') : at && t('checkedAt', { at: time(at) }), ' ',
            at && (wrong.length === 0 && !failed ? t('checkGood') : plural('checkFound', wrong.length))),
        failed && h('p', { class: 'wrong' }, failed),
        h('ul', { class: 'findings' }, wrong.length > 0 && sorted.filter((each) => each.mark !== 'GOOD').map(item)),
        findings.length > wrong.length && h('details', { key: 'good' }, h('summary', {}, t('checkAll', { n: count(findings.length - wrong.length) })),
            h('ul', { class: 'findings' }, sorted.filter((each) => each.mark === 'GOOD').map(item))));
}

async function begin(event) {
    if (await act(event.currentTarget, () => post(within('/api/settings/check')))) {
        refresh();
    }
}

function all(here) {
    return h('section', { class: 'card', key: 'all', 'aria-labelledby': 'all' },
        h('h2', { id: 'all' }, t('settings.allKeys')),
        here.data.sections.map((section) => h('details', { key: section.name }, h('summary', {}, section.name),
            h('ul', { class: 'keys' }, section.keys.map((key) => h('li', { key: key.key },
                h('div', {}, h('code', {}, key.key), ' ', key.secret && key.source !== 'NONE' ? h('i', {}, t('settings.secret')) : key.value ? h('b', {}, key.value) : h('span', { class: 'muted' }, t('settings.unset')),
                    ' ', h('small', { class: 'muted' }, t(`source.${key.source}`), key.from && ` ${key.from}`)),
                h('p', { class: 'muted' }, key.means)))))));
}

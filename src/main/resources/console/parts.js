// Small pieces that several pages show.

import { h } from './dom.js';
import { count, relative, time } from './format.js';
import { plural, t } from './i18n.js';

export function state(name) {
    return h('span', { class: `badge ${name.toLowerCase()}` }, t(`state.${name}`));
}

const WAITING = [['needsPerson', 'needsYou'], ['waitsForStock', 'forStock'], ['waitsForSystem', 'forSystem']];

/** "1 needs you, 6 wait for goods": what is stuck by what it waits for; '' when nothing is. */
export function waiting(summary) {
    return WAITING.filter(([field]) => summary[field] > 0).map(([field, key]) => plural(key, summary[field])).join(', ');
}

/** What to do about a failure. */
export function hint(text) {
    return text && h('p', { class: 'advice', key: 'hint' }, h('b', {}, t('whatToDo')), ' ', text);
}

/** A point in time: how long ago for the eye, exactly on hover and for the record. */
export function moment(iso) {
    return iso ? h('time', { datetime: iso, title: time(iso) }, relative(iso)) : '–';
}

export function facts(pairs, cls = 'facts') {
    return h('dl', { class: cls }, pairs.filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
        .map(([name, value]) => h('div', { key: name }, h('dt', {}, name), h('dd', {}, value))));
}

export function documents(list) {
    return (list || []).map((each) => each.number).join(', ');
}

export function pager(page, size, total, href) {
    const last = Math.max(1, Math.ceil(total / size));
    if (last === 1) {
        return null;
    }
    const link = (to, text, label) => (to < 1 || to > last || to === page
        ? h('span', { key: label, class: 'off', 'aria-hidden': 'true' }, text)
        : h('a', { key: label, href: href(to), 'aria-label': t(label) }, text));
    return h('nav', { class: 'pager', 'aria-label': t('pages') },
        link(1, '«', 'firstPage'), link(page - 1, '‹', 'previousPage'),
        h('span', { key: 'where' }, t('pageOf', { page: count(page), pages: count(last) })),
        link(page + 1, '›', 'nextPage'), link(last, '»', 'lastPage'));
}

export function loading() {
    return h('p', { class: 'muted', key: 'loading' }, t('loading'));
}

/** Who buys or receives, as a card of its own. */
export function party(name, p) {
    if (!p) {
        return null;
    }
    const street = [p.street, [p.houseNo, p.flatNo].filter(Boolean).join('/')].filter(Boolean).join(' ');
    const person = [p.firstName, p.lastName].filter(Boolean).join(' ');
    const place = [[p.postcode, p.city].filter(Boolean).join(' '), p.state, p.country].filter(Boolean);
    return h('section', { class: 'card party', key: name, 'aria-labelledby': name },
        h('h2', { id: name }, t(name)),
        h('p', {}, h('b', {}, p.name), person && person !== p.name && h('span', {}, person), street && h('span', {}, street), place.map((each) => h('span', {}, each))),
        facts([['NIP', p.nip], ['PESEL', p.pesel], [t('phone'), p.phone], ['E-mail', p.email]]));
}

const NUMBERS = new Set(['before', 'after', 'quantity', 'tax', 'value', 'price', 'discount', 'sum', 'difference']);

/** The names of a table's columns; those of figures stand on the right. */
export function head(table, columns, numbersFrom) {
    return h('thead', {}, h('tr', { role: 'row' }, columns.map((c, i) =>
        h('th', { scope: 'col', role: 'columnheader', class: i >= numbersFrom ? 'number' : null }, t(`${table}.${c}`)))));
}

/** Cells that carry their column's name, for screens too narrow for columns. */
export function cells(table) {
    return (column, content) => h('td', { role: 'cell', 'data-label': t(`${table}.${column}`), class: NUMBERS.has(column) ? 'number' : null }, content);
}

// An order whose card cannot be built: the best that can be read of it, as the shop has it.

import { h } from './dom.js';
import { t } from './i18n.js';
import { cells, head } from './parts.js';

const COLUMNS = ['code', 'name', 'quantity', 'price', 'discount', 'tax'];

export function asRead(o) {
    const { lines, deliveryCost, total, readings } = o.asRead;
    const cell = cells('read');
    return [
        h('section', { class: 'card', key: 'lines', 'aria-labelledby': 'lines' },
            h('h2', { id: 'lines' }, t('asRead')),
            h('p', { class: 'muted' }, t('asReadMeans')),
            h('table', { class: 'stacks lines', role: 'table' },
                head('read', COLUMNS, 2),
                h('tbody', {}, lines.map((l, i) => h('tr', { key: i, role: 'row' },
                    cell('code', h('code', { class: 'whole' }, l.code || '–')), cell('name', l.name || '–'), cell('quantity', [l.quantity, ' ', l.unit]),
                    cell('price', l.price || '–'), cell('discount', Number(l.discountPercent) === 0 ? '–' : `${Number(l.discountPercent) || l.discountPercent}%`), cell('tax', l.tax || '–')))),
                h('tfoot', {}, sum('read.delivery', deliveryCost), sum('col.total', total)))),
        readings.length > 0 && h('section', { class: 'card', key: 'readings', 'aria-labelledby': 'readings' },
            h('h2', { id: 'readings' }, t('readings')),
            h('p', { class: 'muted' }, t('readingsMean', { total })),
            table(readings)),
    ];
}

function table(readings) {
    const cell = cells('reading');
    return h('table', { class: 'stacks', role: 'table' },
        head('reading', ['name', 'sum', 'difference'], 1),
        h('tbody', {}, readings.map((r) => h('tr', { key: r.name, role: 'row' },
            cell('name', r.name), cell('sum', r.total), cell('difference', Number(r.difference) === 0 ? '0' : r.difference)))));
}

function sum(name, value) {
    return h('tr', { key: name, role: 'row' },
        h('th', { scope: 'row', role: 'rowheader', colspan: '5' }, t(name)),
        h('td', { class: 'number', role: 'cell' }, value || '–'));
}

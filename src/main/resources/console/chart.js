// Pictures of counts over time, drawn as SVG: three bars for each hour or day, a table of the same numbers for who cannot see.

import { h } from './dom.js';
import { count, tick } from './format.js';
import { t } from './i18n.js';

const SERIES = ['received', 'issued', 'realised'];
const LEFT = 34;
const FOOT = 22;
const HEAD = 10;
const NARROW = matchMedia('(max-width: 680px)');

export function chart(buckets, daily) {
    const WIDTH = NARROW.matches ? 360 : 640;
    const HEIGHT = NARROW.matches ? 170 : 190;
    const most = Math.max(1, ...buckets.flatMap((b) => SERIES.map((s) => b[s])));
    const top = niceTop(most);
    const slot = (WIDTH - LEFT) / buckets.length;
    const bar = Math.min(7, (slot - 3) / 3);
    const y = (value) => HEAD + (HEIGHT - FOOT - HEAD) * (1 - value / top);
    const lines = [0, top / 2, top].map((value) => [
        h('line', { class: 'grid', x1: LEFT, x2: WIDTH, y1: y(value), y2: y(value) }),
        h('text', { class: 'axis', x: LEFT - 6, y: y(value) + 4, 'text-anchor': 'end' }, count(value)),
    ]);
    const every = Math.ceil(buckets.length / (NARROW.matches ? 4 : 6));
    const bars = buckets.map((b, i) => {
        const x = LEFT + i * slot + (slot - bar * 3) / 2;
        return h('g', { key: b.from },
            h('title', {}, `${tick(b.from, daily)} – ${SERIES.map((s) => `${t(`series.${s}`)}: ${count(b[s])}`).join(', ')}`),
            h('rect', { class: 'hit', x: LEFT + i * slot, y: HEAD, width: slot, height: HEIGHT - FOOT - HEAD }),
            SERIES.map((s, n) => h('rect', {
                class: `bar ${s}`, x: x + n * bar, width: Math.max(1, bar - 1), y: y(b[s]), height: HEIGHT - FOOT - y(b[s]), rx: 1,
            })),
            (buckets.length - 1 - i) % every === 0 && h('text', {
                class: 'axis', x: i === buckets.length - 1 ? WIDTH : LEFT + i * slot + slot / 2, y: HEIGHT - 6,
                'text-anchor': i === buckets.length - 1 ? 'end' : 'middle',
            }, tick(b.from, daily)));
    });
    return h('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': summary(buckets, daily) }, lines, bars);
}

function summary(buckets, daily) {
    const sums = SERIES.map((s) => `${t(`series.${s}`)} ${count(sum(buckets, s))}`).join(', ');
    return `${t(daily ? 'last30d' : 'last24h')}: ${sums}`;
}

function sum(buckets, series) {
    return buckets.reduce((total, b) => total + b[series], 0);
}

export function legend(buckets) {
    return h('ul', { class: 'legend' }, SERIES.map((s) => h('li', {},
        h('span', { class: `swatch ${s}`, 'aria-hidden': 'true' }), t(`series.${s}`), ' ', h('b', {}, count(sum(buckets, s))))));
}

export function table(buckets, daily) {
    return h('details', { class: 'numbers' },
        h('summary', {}, t('asNumbers')),
        h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t(daily ? 'last30d' : 'last24h') }, h('table', {},
            h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t(daily ? 'day' : 'hour')),
                SERIES.map((s) => h('th', { scope: 'col', class: 'number' }, t(`series.${s}`))))),
            h('tbody', {}, [...buckets].reverse().map((b) => h('tr', { key: b.from },
                h('th', { scope: 'row' }, tick(b.from, daily)),
                SERIES.map((s) => h('td', { class: 'number' }, count(b[s])))))))));
}

function niceTop(most) {
    const steps = [2, 4, 6, 8, 10, 12, 16, 20, 24, 30, 40, 50, 60, 80, 100];
    const scale = 10 ** Math.max(0, Math.floor(Math.log10(most)) - 1);
    return steps.map((s) => s * scale).find((s) => s >= most) || most * 2;
}

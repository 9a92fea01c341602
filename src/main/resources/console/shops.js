// Which of the bridge's shops a page is about: the one in its address, or all of them. With one shop nobody sees any of it.

import { query } from './api.js';
import { h } from './dom.js';
import { t } from './i18n.js';

let known = [];

export function learn(summary) {
    known = summary.shopIds;
}

export function areMany() {
    return known.length > 1;
}

export function chosen() {
    return new URLSearchParams(location.hash.split('?')[1]).get('shop') || '';
}

/** The address of a page or of an API call, for the chosen shop. */
export function within(path, values = {}) {
    return path + query({ shop: chosen(), ...values });
}

/** The page of an order; two shops may have orders of the same number. */
export function orderPage(order) {
    return within(areMany() ? `#/orders/${encodeURIComponent(order.shop)}/${order.shopOrderId}` : `#/orders/${order.shopOrderId}`);
}

export function chooser() {
    if (!areMany()) {
        return null;
    }
    const choose = (event) => {
        const [path, search] = location.hash.split('?');
        const kept = new URLSearchParams(search);
        ['page', 'status', 'cause', 'order'].forEach((name) => kept.delete(name)); // they are another shop's
        location.hash = (/^#\/orders\//.test(path) ? '#/orders' : path || '#/') + query({ ...Object.fromEntries(kept), shop: event.target.value });
    };
    const now = chosen();
    return h('label', { class: 'shops', key: 'shops' }, h('span', { class: 'unseen' }, t('shop')),
        h('select', { onchange: choose }, ['', ...known].map((id) => h('option', { key: id, value: id, selected: id === now }, id || t('allShops')))));
}

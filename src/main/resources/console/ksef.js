// Where an order's invoices stand in KSeF, the state's register.

import { h } from './dom.js';
import { time } from './format.js';
import { t } from './i18n.js';

/** A line for each invoice that KSeF is asked about; nothing where it is not asked. */
export function ksef(o) {
    const asked = o.salesDocuments.filter((each) => each.ksef);
    return asked.length > 0 && asked.map(({ number, ksef: its }) => h('div', { key: `ksef ${number}` },
        asked.length > 1 && `${number}: `,
        its.state === 'ACCEPTED' ? [h('code', {}, its.number), ` ${time(its.at)} ${its.mode}`] : t(`ksef.${its.state}`)));
}

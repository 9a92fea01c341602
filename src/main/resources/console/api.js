// Requests to the bridge's API. A refusal becomes an error that holds the bridge's own words.

import { language } from './i18n.js';

const PATIENCE = 60000;

export class Refusal extends Error {
    constructor(status, problem) {
        super(problem?.detail || problem?.title || `HTTP ${status}`);
        this.status = status;
        this.code = problem?.code;
    }
}

async function call(method, path, body) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    try {
        const response = await fetch(path, {
            method,
            body: body === undefined ? undefined : JSON.stringify(body),
            headers: { 'Accept-Language': language(), 'X-Requested-With': 'console', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
            credentials: 'same-origin',
            signal: stop.signal,
        });
        const text = await response.text();
        const answer = parsed(text);
        if (!response.ok) {
            throw new Refusal(response.status, answer);
        }
        return answer;
    } finally {
        clearTimeout(timer);
    }
}

function parsed(text) {
    try {
        return JSON.parse(text);
    } catch {
        return null;
    }
}

export const get = (path) => call('GET', path);
export const post = (path, body) => call('POST', path, body);
export const put = (path, body) => call('PUT', path, body);
export const del = (path) => call('DELETE', path);

/** ?a=1&b=2 of what is not empty. */
export function query(values) {
    const search = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '' && value !== null && value !== undefined));
    return search.size === 0 ? '' : `?${search}`;
}

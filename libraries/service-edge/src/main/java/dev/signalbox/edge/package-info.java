/** What every service shows at its edge: API key, problems (RFC 9457), policies, readiness, shared settings. */
package dev.signalbox.edge;

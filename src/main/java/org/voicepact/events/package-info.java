/**
 * What happens, told to those who listen, over server-sent events and WebSocket. The audit log is the one source, so that
 * every server tells the same in the same order.
 */
package org.voicepact.events;

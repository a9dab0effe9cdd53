/**
 * Contracts by text message: what parties send in, what they are told, and the outbox through which
 * every message leaves. The telephone gateway stands behind {@link org.voicepact.sms.control.SmsGateway}.
 */
package org.voicepact.sms;

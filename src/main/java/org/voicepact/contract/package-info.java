/**
 * The agreement and its life: terms, parties, answers, versions, statuses, expiry. It knows no channel:
 * what happens is told by CDI events within the transaction, and channels observe them.
 */
package org.voicepact.contract;

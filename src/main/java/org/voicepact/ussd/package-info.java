/**
 * Contracts by a menu on any telephone (USSD): a caller reads contracts and answers them, one screen after the other.
 * What each screen offered is kept, so that a digit means what was shown.
 */
package org.voicepact.ussd;

/**
 * Safaricom's M-Pesa by its interface Daraja: the only package that knows what that looks like. It implements the port
 * {@link org.voicepact.payment.control.MobileMoney}.
 */
package org.voicepact.daraja;

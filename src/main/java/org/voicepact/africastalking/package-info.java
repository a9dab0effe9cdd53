/**
 * Africa's Talking: the only package that knows what its interfaces look like. It implements the ports
 * {@link org.voicepact.sms.control.SmsGateway}, {@link org.voicepact.payment.control.MobileMoney} and
 * {@link org.voicepact.payment.control.SimSwapCheck}.
 */
package org.voicepact.africastalking;

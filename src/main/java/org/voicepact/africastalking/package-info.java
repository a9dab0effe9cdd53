/**
 * Africa's Talking as the SMS gateway: the only package that knows what its interface looks like. It implements the
 * port {@link org.voicepact.sms.control.SmsGateway}.
 */
package org.voicepact.africastalking;

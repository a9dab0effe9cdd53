/**
 * What every capability needs and what has no business meaning of its own: problem responses,
 * settings, time, paging, phone numbers and the rules for text and numbers that come from outside.
 */
package org.voicepact.platform;

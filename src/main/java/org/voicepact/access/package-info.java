/**
 * Who may call: the modes open, API key and token, the keys and tokens themselves, people in the office who sign in with
 * a browser, one-time codes by which a party proves its number, limits, and which web pages may call from a browser. Which scope a request needs
 * is said by the annotation on its method; {@link org.voicepact.access.entity.Roles} has the table.
 */
package org.voicepact.access;

/**
 * Pages for people: the console of the office, what the code on a certificate leads to, and a telephone to try with. It uses
 * the other capabilities, and none uses it.
 *
 * <p>Pages of the console are templates that show what the operations of the API answer; ADR 13 says why. The two pages
 * without an account are older and smaller: files of HTML with named places, which are filled with escaped texts.
 */
package org.voicepact.console;

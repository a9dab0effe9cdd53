/**
 * Pages for people. It uses the other capabilities, and none uses it.
 *
 * <p>A page is a file of HTML with named places, which are filled with escaped texts. Of what Jakarta EE has for
 * pages, Faces keeps a tree of components and a session for each visitor, Pages compiles to servlets that escape nothing
 * by themselves, and MVC is not in Open Liberty; one page for cheap telephones needs none of that.
 */
package org.voicepact.console;

/** Requests that are made from the server’s own OpenAPI document: valid, at the edges, and hostile. */
package org.voicepact.fuzz;

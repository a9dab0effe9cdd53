/**
 * What can be seen of an installation from outside: figures for Prometheus. It observes the events of the other
 * capabilities and asks them for their figures; none knows it, and it alone knows MicroProfile Metrics.
 */
package org.voicepact.metrics;

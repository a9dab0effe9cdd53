package org.voicepact.platform.control;

/**
 * Marks a bean that reads settings when it is made and throws an {@link IllegalStateException} where one is
 * wrong, with a message for the operator that names the setting and never holds its value. All such beans
 * are made before anything else, so that the operator learns of all faults at once.
 */
public interface Configured {}

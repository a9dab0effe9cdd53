package org.voicepact.access.boundary;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that goes by what is typed and not by who is signed in, so that it needs no CSRF token: a page that was loaded
 * before somebody signed in has none. That the page is ours is seen by its {@code Origin}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpensSession {}

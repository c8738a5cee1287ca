package io.github.isostress.window;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of scenarios: its test methods take a {@link JMeterGui} and are played in the JVM that has the window. What
 * is to be seen in another {@link Look} than the light one takes that as its first parameter. Methods that JUnit calls
 * before and after a test are not called there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("window")
@ExtendWith(InJMeterWindow.class)
public @interface WindowTest {}

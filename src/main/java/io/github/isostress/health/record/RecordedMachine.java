package io.github.isostress.health.record;

/**
 * The machine and the JVM that wrote a record. Immutable.
 *
 * @param name the machine's name
 * @param system operating system and its version
 * @param cores how many cores the JVM may use
 * @param memoryMegabytes of the machine; -1 if unknown
 * @param heapMegabytes the largest heap that the JVM may have
 * @param java the JVM's name and version
 * @param jmeter JMeter's version
 * @param plugin the plugin's version
 */
public record RecordedMachine(
        String name,
        String system,
        int cores,
        long memoryMegabytes,
        long heapMegabytes,
        String java,
        String jmeter,
        String plugin) {}

/** Read: the properties of plan elements, under their names in a JMX file, as the settings of the stages. */
package io.github.isostress.jmeter.setting;

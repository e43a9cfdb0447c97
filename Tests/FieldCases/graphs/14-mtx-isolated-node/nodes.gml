Creator "by hand"
graph [
 directed 0
 node [ id 1 label "Ann" ]
 node [ id 2 label "Bob &amp; Co" ]
 node [ id 3 label "Cid" graphics [ x 1 y [ z 2 ] ] ]
 edge [ source 1 target 2 value 3 ]
]
